/** Type parameters and aliases for the virtual machine, as the `_typing` module makes them. */
export { typingHooks } from '../modules/_typing/typing-hooks.ts';
