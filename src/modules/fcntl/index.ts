export { descriptorArgument, fcntlModule } from './fcntl.ts';
