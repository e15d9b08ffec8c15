export { capturedIo } from './captured-io.js';
