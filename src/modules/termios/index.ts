export { termiosModule } from './termios.ts';
