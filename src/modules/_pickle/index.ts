export { pickleModule } from './pickle.ts';
