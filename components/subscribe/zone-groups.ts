/** A time zone as a form offers it; `former` is what some browsers still call it. */
export type ZoneChoice = { name: string; former?: string | undefined };

export type ZoneGroup = { region: string; zones: (ZoneChoice & { label: string })[] };

/** Zones by the part of the world they are in; those without one, such as UTC, come first. */
export function zoneGroups(zones: readonly ZoneChoice[]): ZoneGroup[] {
  const groups = new Map<string, ZoneGroup>();
  for (const zone of zones) {
    const [region = '', ...place] = zone.name.split('/');
    const key = place.length === 0 ? '' : region;
    const group = groups.get(key) ?? { region: key, zones: [] };
    group.zones.push({ ...zone, label: (place.length === 0 ? region : place.join(', ')).replaceAll('_', ' ') });
    groups.set(key, group);
  }
  return [...groups.values()];
}
