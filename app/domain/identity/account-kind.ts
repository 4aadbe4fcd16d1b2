/** Whose accounts there are, each with its own sign-in: the families', and the staff's. */
export type AccountKind = 'family' | 'staff'
