/** "1 team", "3 teams" */
export function counted(count: number, one: string, many: string): string {
  return `${String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",")} ${count === 1 ? one : many}`;
}
