export { grade } from './grade.js';
export type { Graded, GradeOptions } from './grade.js';
export { gradeTogether } from './grade-together.js';
export { gradingPlan } from './plan.js';
export type { GradingPlan } from './plan.js';
