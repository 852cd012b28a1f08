export { testlimitedcapiModule } from './testlimitedcapi.ts';
