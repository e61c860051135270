const counted = (one: string, many: string) => (count: number) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const peopleText = counted('person', 'people');
export const rowsText = counted('row', 'rows');
