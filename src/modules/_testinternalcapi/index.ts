export { testinternalcapiModule } from './testinternalcapi.ts';
