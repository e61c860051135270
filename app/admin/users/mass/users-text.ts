/** "1 user", "214 users". */
export const usersText = (count: number): string =>
  count === 1 ? '1 user' : `${count.toLocaleString('en')} users`;
