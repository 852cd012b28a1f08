export { socketModule } from './socket.ts';
