import { Refused } from './_pages/refused';

export default function NotFound() {
  return <Refused refusal={{ code: 'no-such-paper', message: 'There is no page at this address.' }} />;
}
