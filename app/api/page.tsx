import { apiPage } from '../_pages/api-page';

export const dynamic = 'force-dynamic';

export default apiPage;
