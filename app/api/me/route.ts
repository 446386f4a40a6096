export { whoAmI as GET } from '@/lib/next/people/who-am-i';
