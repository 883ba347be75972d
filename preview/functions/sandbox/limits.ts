/** Milliseconds that one run may work before it is interrupted. */
export const RUN_MILLISECONDS = 100;

/** Milliseconds of work after which a run that cannot be interrupted is ended together with its thread. */
export const KILL_MILLISECONDS = 1000;

/** Bytes a function may use, beside what the empty runtime and its built-ins use. */
export const FUNCTION_MEMORY_BYTES = 2 * 1024 * 1024;

/** Bytes of QuickJS's own stack: a deeper recursion is an exception of the function. */
export const STACK_BYTES = 256 * 1024;
