// Takes the address of a picture that came with pasted text, as far as it is one.

/** Empty for `data:`, which is the picture itself and longer than a text may store, and for `blob:`, which ends with the tab. */
export const pictureAddress = (src: string): string => (/^\s*(data|blob):/i.test(src) ? '' : src)
