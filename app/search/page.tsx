import { SearchStart } from '../_pages/search/search-start';

export default function Page() {
  return <SearchStart />;
}
