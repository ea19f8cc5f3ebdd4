/** Lets everything else go on until `holds`; a test that never comes to it runs into Jest's own limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
