export { seedDemo } from './demo';
export { seedMany } from './many';
