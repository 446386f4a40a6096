import { WEEKDAYS } from '@/components/dates';
import { Field } from '@/components/people/field';
import { categoryName } from '@/src/shared';
import type { Preferences } from '@/src/subscriptions';
import { CADENCE_LABELS, hourLabel } from './choices';
import { Select } from './select';
import { type ZoneChoice, zoneGroups } from './zone-groups';

/** What the form offers to choose from. */
export type Offer = { categories: readonly string[]; zones: readonly ZoneChoice[]; fewest: number; most: number };

/** Preferences as the form shows them; the number of papers may be what somebody mistyped. */
export type Shown = Omit<Preferences, 'papers' | 'includeWords' | 'excludeWords'> & {
  papers: string;
  include: string;
  exclude: string;
};

type Props = {
  shown: Shown;
  offer: Offer;
  /** Whether a script may put in the zone of the browser's own clock, as long as nobody has chosen one. */
  guessesZone: boolean;
};

/** The fields for what to get and when. */
export const PreferencesFields = ({ shown, offer, guessesZone }: Props) => (
  <>
    <fieldset className="field">
      <legend>How often</legend>
      <div className="mt-2 grid gap-1">
        {CADENCE_LABELS.map(([value, label]) => (
          <label key={value} className="option">
            <input type="radio" name="cadence" value={value} defaultChecked={shown.cadence === value} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
    <div className="pair weekly-only">
      <Select name="weekday" label="Day of the week" defaultValue={String(shown.weekday)}>
        {WEEKDAYS.map((day, index) => (
          <option key={day} value={index + 1}>
            {day}
          </option>
        ))}
      </Select>
    </div>
    <div className="pair">
      <Select name="hour" label="Hour" defaultValue={String(shown.hour)}>
        {Array.from({ length: 24 }, (_, hour) => (
          <option key={hourLabel(hour)} value={hour}>
            {hourLabel(hour)}
          </option>
        ))}
      </Select>
      <Select
        name="zone"
        label="Time zone"
        defaultValue={shown.zone}
        data-guess-zone={guessesZone ? '' : undefined}
        autoComplete="off"
      >
        {zoneGroups(offer.zones).map(({ region, zones }) => {
          const options = zones.map(({ name, former, label }) => (
            <option key={name} value={name} data-former={former}>
              {label}
            </option>
          ));
          return region === '' ? (
            options
          ) : (
            <optgroup key={region} label={region}>
              {options}
            </optgroup>
          );
        })}
      </Select>
    </div>
    {offer.categories.length > 1 && (
      <fieldset className="field">
        <legend>Categories</legend>
        <p className="hint">Choose none to get all of them.</p>
        <div className="mt-2 grid gap-1">
          {offer.categories.map((code) => (
            <label key={code} className="option">
              <input type="checkbox" name="category" value={code} defaultChecked={shown.categories.includes(code)} />
              <span>
                {categoryName(code)} <span className="text-quiet">{code}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    )}
    <Field
      name="include"
      label="Only papers with one of these words"
      hint="Parted by commas, such as: attention, protein folding. Empty means all papers."
      defaultValue={shown.include}
      maxLength={900}
      autoComplete="off"
    />
    <Field
      name="exclude"
      label="No papers with one of these words"
      defaultValue={shown.exclude}
      maxLength={900}
      autoComplete="off"
    />
    <Field
      name="papers"
      label="Papers in one mail"
      hint={`At most; from ${offer.fewest} to ${offer.most}.`}
      type="number"
      inputMode="numeric"
      min={offer.fewest}
      max={offer.most}
      required
      defaultValue={shown.papers}
      autoComplete="off"
    />
  </>
);
