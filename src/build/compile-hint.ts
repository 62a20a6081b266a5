/**
 * The first line of a script of which nearly all runs at its start: Chromium then compiles it beside the page's thread,
 * not on it one function after the other (https://v8.dev/blog/explicit-compile-hints). Others read a comment.
 */
export const compileHint = "//# allFunctionsCalledOnLoad";
