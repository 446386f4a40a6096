export { answerSuggest as GET } from '@/lib/next/search/suggest-api';
