export default function Page() {
  return <main>Broadsheet</main>;
}
