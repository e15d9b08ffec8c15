export { exampleFiles, writeExample } from './example-exercise.js';
export { soundQuiz, writeFiles } from './exercise-folder.js';
