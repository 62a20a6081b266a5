/**
 * HTML that tells on itself when it is parsed as such: the page's global `ran` gets the name. It has no space, so that
 * an e-mail address can hold it.
 */
export const markup = (name: string): string => `"><img/src="x"/onerror="ran.push('${name}')">`;
