/** What a road network's name may be: it becomes a file's name. */
export const roadNetworkName = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** The object's key in the road bucket, and the file's name in a folder. */
export const roadNetworkKey = (name: string): string => `${name}.roads`;
