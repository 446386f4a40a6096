import { pairs } from './pairs';

// siunitx's names (CTAN: siunitx manual, tables of units and prefixes).
const PREFIXES = pairs('femto f pico p nano n micro µ milli m centi c deci d kilo k mega M giga G tera T peta P');
const UNITS = pairs(`
  meter m metre m second s gram g ampere A kelvin K mole mol candela cd hertz Hz newton N pascal Pa joule J watt W
  volt V ohm Ω tesla T celsius °C degreeCelsius °C degree ° arcminute ′ arcsecond ″ electronvolt eV eV eV keV keV MeV MeV
  GeV GeV TeV TeV percent % minute min hour h day d year yr byte B bit bit bits bits decibel dB dB dB liter L litre L
  angstrom Å parsec pc astronomicalunit au Hz Hz kHz kHz MHz MHz GHz GHz THz THz m m cm cm mm mm km km nm nm um µm ms ms
  us µs ns ns ps ps fs fs s s K K mK mK W W mW mW kW kW V V mV mV A A mA mA T T mT mT J J kg kg g g mg mg N N Pa Pa
`);

/** siunitx values and units in plain text: `\kilo\meter\per\second` becomes `km/s`, `1.5e-3` becomes `1.5 × 10⁻³`. */
export function unitsToText(source: string): string {
  return source
    .replace(/(\d)\s*[eE]\s*([+-]?\d{1,3})/g, (_, digit, exponent) => `${digit} × 10${raised(exponent)}`)
    .replace(/\\per\s*/g, '/')
    .replace(/\\square\s*(\\[a-zA-Z]+)/g, '$1²')
    .replace(/\\cubic\s*(\\[a-zA-Z]+)/g, '$1³')
    .replace(/\\(?:squared|tothe\{2\})/g, '²')
    .replace(/\\cubed/g, '³')
    .replace(/\\([a-zA-Z]+)\s*/g, (_, name) => PREFIXES.get(name) ?? `${UNITS.get(name) ?? name} `)
    .replace(/ ([²³/])/g, '$1')
    .replace(/\/ /g, '/')
    .replace(/\^\{?(-?\d+)\}?/g, (_, exponent) => raised(exponent))
    .replace(/[{}\\$]/g, '')
    .replace(/[.~]\b(?=[a-zA-Z])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const raised = (exponent: string): string =>
  [...exponent.replace(/^\+/, '')]
    .map((digit) => (digit === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] as string)))
    .join('');
