const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that carry no topic; they are not looked up. */
export const STOP_WORDS = list(`
  a about above after again against all also am an and any are aren as at be because been before being below between
  both but by can cannot could couldn d did didn do does doesn doing don down during each either few for from further had
  hadn has hasn have haven having he her here hers herself him himself his how however i if in into is isn it its itself
  just ll m ma me might more most must my myself neither no nor not now o of off on once only or other our ours ourselves
  out over own re s same shall she should shouldn so some such t than that the their theirs them themselves then there
  these they this those through thus to too under until up upon us ve very via was wasn we were weren what when where
  whether which while who whom whose why will with won would wouldn y you your yours yourself yourselves
`);

/** Words of a question about papers rather than of its topic; they count for less. */
export const GENERIC_WORDS = list(`
  academic address advance aim analysis analyze any apply approach area article aspect attempt author available aware base
  based basis case cite collect common compare concept concern conduct consider contain contribute cover current deal
  demonstrate describe design detail develop development different discuss document effect effective effort employ enable
  evidence examine example exist existing explain explore field find focus following foundation general give good happen
  help highlight idea identify implement important improve include incorporate influence inform information insight
  interest interested introduce introduced investigate involve issue journal kind know knowledge known lead list
  literature look main make mention method methodology need new note novel number offer overview paper particular people
  perform point possible practice present previous problem proceeding propose proposed provide publication publish question
  read recent recommend reference refer relate related relevant report research researcher resource result review role
  scenario scholarly scholar science search seek several show significant source specific specifically start state study
  suggest support survey systematic table talk tackle technique tell theory thing topic toward towards try type understand
  use used useful using utilize various want way well work works write year
`);
