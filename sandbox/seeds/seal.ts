/** Encrypts a national number for the row of a visitor. */
export type SealPid = (pid: string, visitorId: string) => { pidCipher: Buffer; pidKeyId: string; pidIndex: Buffer }
