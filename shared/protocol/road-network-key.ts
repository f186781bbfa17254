/** The object's key in the road bucket, and the file's name in a folder. */
export const roadNetworkKey = (name: string): string => `${name}.roads`;
