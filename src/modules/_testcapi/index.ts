export { testcapiModule } from './testcapi.ts';
