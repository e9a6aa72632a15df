import { WORKSHOP_PROBLEMS } from "./workshop-problems.ts";

/** Every way in which a call is refused: a stable code, its HTTP status, and a sentence for people. */
export const PROBLEMS = {
  ...WORKSHOP_PROBLEMS,
  "invalid-request": {
    status: 400,
    nl: "Deze gegevens kloppen niet of zijn niet volledig.",
    en: "These details are wrong or incomplete.",
  },
  unauthenticated: {
    status: 401,
    nl: "Je bent niet aangemeld. Open de link die je van de projectleider kreeg.",
    en: "You have not joined. Open the link that the project leader gave you.",
  },
  "no-access": {
    status: 403,
    nl: "Je hebt geen toegang tot dit plan, of niet meer.",
    en: "You have no access to this plan, or no longer.",
  },
  "role-too-low": {
    status: 403,
    nl: "Met jouw rol mag dit niet.",
    en: "Your role does not allow this.",
  },
  "not-yours": {
    status: 403,
    nl: "Dit is van iemand anders. Je kunt alleen wijzigen wat je zelf maakte.",
    en: "This is somebody else's. You can only change what you made yourself.",
  },
  "origin-not-allowed": {
    status: 403,
    nl: "Deze website mag Planwand niet gebruiken.",
    en: "This website may not use Planwand.",
  },
  "creating-from-network": {
    status: 403,
    nl: "Een nieuw plan maken kan hier alleen vanaf het netwerk van de school. Doe het daar, of vraag een collega.",
    en: "A new plan can only be made from the network of the school here. Do it there, or ask a colleague.",
  },
  "creating-with-key": {
    status: 403,
    nl: "Een nieuw plan maken kan hier alleen met de link van de beheerder. Vraag die link en open hem.",
    en: "A new plan can only be made with the link of the administrator here. Ask for that link and open it.",
  },
  "disk-nearly-full": {
    status: 507,
    nl: "De server heeft bijna geen ruimte meer. Een nieuw plan maken kan nu niet; bestaande plannen werken gewoon door. Vertel het de beheerder.",
    en: "The server has hardly any room left. No new plan can be made now; existing plans simply go on. Tell the administrator.",
  },
  "host-not-known": {
    status: 421,
    nl: "Onder deze naam is Planwand hier niet bekend. Vraag de beheerder om het adres in ORIGINS te zetten.",
    en: "Planwand is not known by this name here. Ask the administrator to put the address in ORIGINS.",
  },
  "not-found": {
    status: 404,
    nl: "Dit bestaat niet.",
    en: "This does not exist.",
  },
  "unknown-key": {
    status: 404,
    nl: "Deze link is onbekend. Controleer of je hem helemaal hebt overgenomen.",
    en: "This link is unknown. Check that you copied all of it.",
  },
  "already-exists": {
    status: 409,
    nl: "Dit bestaat al.",
    en: "This exists already.",
  },
  "comment-withdrawn": {
    status: 409,
    nl: "Deze opmerking is ingetrokken.",
    en: "This comment was withdrawn.",
  },
  "decision-sealed": {
    status: 409,
    nl: "Dit besluit is al genomen. Heropen het eerst.",
    en: "This decision was taken already. Reopen it first.",
  },
  "decision-not-sealed": {
    status: 409,
    nl: "Dit besluit is niet genomen, of al heropend.",
    en: "This decision was not taken, or was reopened already.",
  },
  "too-many-views": {
    status: 409,
    nl: "Er zijn al honderd weergaven gedeeld. Haal er eerst een weg.",
    en: "A hundred views are shared already. Remove one first.",
  },
  "decision-not-ready": {
    status: 409,
    nl: "Vul eerst in wie beslist, wat het besluit is en waarom.",
    en: "First fill in who decides, what the decision is, and why.",
  },
  "plan-deleted": {
    status: 410,
    nl: "Dit plan is door een eigenaar gewist.",
    en: "An owner erased this plan.",
  },
  "title-differs": {
    status: 409,
    nl: "Dit is niet de titel van het plan. Typ de titel precies over.",
    en: "This is not the title of the plan. Type the title exactly.",
  },
  "key-ended": {
    status: 410,
    nl: "Deze link geldt niet meer. Vraag de projectleider om een nieuwe.",
    en: "This link is no longer valid. Ask the project leader for a new one.",
  },
  "key-used-up": {
    status: 410,
    nl: "Deze link is al zo vaak gebruikt als mocht. Vraag de projectleider om een nieuwe.",
    en: "This link was used as often as it may be. Ask the project leader for a new one.",
  },
  "too-large": {
    status: 413,
    nl: "Dit is te groot om te versturen.",
    en: "This is too large to send.",
  },
  "plan-too-large": {
    status: 413,
    nl: "Dit plan is te groot om te kopiëren: het is meer dan 5 MB, of er is van iets meer dan 5.000 in.",
    en: "This plan is too large to copy: it is over 5 MB, or there is more than 5,000 of something in it.",
  },
  "file-too-large": {
    status: 413,
    nl: "Dit bestand is groter dan 5 MB. Maak het kleiner, of verdeel het over meer bestanden.",
    en: "This file is larger than 5 MB. Make it smaller, or divide it over several files.",
  },
  "file-unreadable": {
    status: 422,
    nl: "Dit bestand is beschadigd of niet volledig. Sla het opnieuw op en probeer het nog eens.",
    en: "This file is damaged or incomplete. Save it again and try once more.",
  },
  "file-unsafe": {
    status: 422,
    nl: "Dit bestand is niet veilig te openen. Maak het opnieuw in Excel of Word en probeer het nog eens.",
    en: "This file cannot be opened safely. Make it again in Excel or Word and try once more.",
  },
  "file-old-excel": {
    status: 422,
    nl: "Dit is een oud Excel-bestand (.xls) of het heeft een wachtwoord. Sla het op als .xlsx zonder wachtwoord.",
    en: "This is an old Excel file (.xls) or it has a password. Save it as .xlsx without a password.",
  },
  "file-pdf": {
    status: 422,
    nl: "Uit een PDF kunnen we niets overnemen. Kies het bestand waar de PDF van is gemaakt, of kopieer de tabel en plak die bij Importeren.",
    en: "We cannot take anything over from a PDF. Choose the file that it was made of, or copy the table and paste it at Import.",
  },
  "file-document": {
    status: 422,
    nl: "In dit document vinden we geen tabel of lijst. Sla het op als Word (.docx), of kopieer de tabel en plak die bij Importeren.",
    en: "We find no table or list in this document. Save it as Word (.docx), or copy the table and paste it at Import.",
  },
  "file-other-sheet": {
    status: 422,
    nl: "Dit is een rekenblad van een ander programma. Sla het daar op als Excel (.xlsx) en kies dat bestand.",
    en: "This is a spreadsheet of another program. Save it there as Excel (.xlsx) and choose that file.",
  },
  "file-web-page": {
    status: 422,
    nl: "Op deze webpagina vinden we geen tabel of lijst. Open die, kopieer wat je wilt overnemen en plak dat bij Importeren.",
    en: "We find no table or list on this web page. Open it, copy what you want to take over and paste it at Import.",
  },
  "file-mail": {
    status: 422,
    nl: "Dit is een e-mail. Open die, kopieer de tabel of lijst en plak die bij Importeren.",
    en: "This is an e-mail. Open it, copy the table or list and paste that at Import.",
  },
  "file-picture": {
    status: 422,
    nl: "Uit een plaatje kunnen we niets overnemen. Kies het bestand waar de tabel in staat: Excel (.xlsx) of CSV.",
    en: "We cannot take anything over from a picture. Choose the file that holds the table: Excel (.xlsx) or CSV.",
  },
  "file-packed": {
    status: 422,
    nl: "Dit is een ingepakt bestand. Pak het eerst uit en kies daaruit het Excel-bestand (.xlsx) of de CSV.",
    en: "This is a packed file. Unpack it first and choose the Excel file (.xlsx) or the CSV in it.",
  },
  "file-unknown": {
    status: 422,
    nl: "Dit soort bestand kennen we niet. Kies een bestand van Planwand, Excel (.xlsx), Word (.docx), CSV of Trello (.json).",
    en: "We do not know this kind of file. Choose a file of Planwand, Excel (.xlsx), Word (.docx), CSV or Trello (.json).",
  },
  "file-too-new": {
    status: 422,
    nl: "Dit bestand komt uit een nieuwere versie van Planwand. Vraag de beheerder om deze bij te werken.",
    en: "This file comes from a later version of Planwand. Ask the administrator to update this one.",
  },
  "file-too-many-rows": {
    status: 422,
    nl: "Dit bestand heeft meer dan 5.000 rijen. Verdeel het over meer bestanden.",
    en: "This file has more than 5,000 rows. Divide it over several files.",
  },
  "file-too-heavy": {
    status: 422,
    nl: "Dit bestand kost te veel tijd of geheugen om te lezen. Verdeel het over meer bestanden.",
    en: "This file takes too much time or memory to read. Divide it over several files.",
  },
  "file-empty": {
    status: 422,
    nl: "In dit bestand staat niets om over te nemen.",
    en: "There is nothing in this file to take over.",
  },
  "unsupported-media-type": {
    status: 415,
    nl: "Verstuur de gegevens als JSON.",
    en: "Send the details as JSON.",
  },
  "too-many-requests": {
    status: 429,
    nl: "Er komen te veel verzoeken vanaf dit adres. Probeer het over een minuut opnieuw.",
    en: "Too many requests come from this address. Try again in a minute.",
  },
  "imports-busy": {
    status: 429,
    nl: "Er worden nu te veel bestanden tegelijk gelezen. Probeer het zo opnieuw.",
    en: "Too many files are being read at the moment. Try again shortly.",
  },
  internal: {
    status: 500,
    nl: "Er ging iets mis op de server. Probeer het opnieuw.",
    en: "Something went wrong on the server. Try again.",
  },
  "exports-waiting": {
    status: 429,
    nl: "Er worden al genoeg bestanden voor je gemaakt. Wacht tot er een klaar is.",
    en: "Enough files are being made for you already. Wait until one is ready.",
  },
  "export-failed": {
    status: 500,
    nl: "Dit bestand kon niet worden gemaakt. Kies een ander formaat of een kleiner deel van het plan.",
    en: "This file could not be made. Choose another format or a smaller part of the plan.",
  },
  "export-busy": {
    status: 503,
    nl: "Er worden al veel bestanden gemaakt. Probeer het over een minuut opnieuw.",
    en: "Many files are being made already. Try again in a minute.",
  },
  busy: {
    status: 503,
    nl: "De server heeft het nu te druk om dit te lezen. Probeer het over een paar seconden opnieuw.",
    en: "The server is too busy to read this now. Try again in a few seconds.",
  },
  "plan-unbuildable": {
    status: 503,
    nl: "Dit plan is nu te zwaar om in zijn geheel te lezen. Wat je schrijft, wordt wel opgeslagen. Vraag de beheerder om het te herstellen.",
    en: "This plan is too heavy to read as a whole at the moment. What you write is still saved. Ask the administrator to repair it.",
  },
  "storage-unavailable": {
    status: 503,
    nl: "De server kan nu niets opslaan. Probeer het later opnieuw.",
    en: "The server cannot store anything now. Try again later.",
  },
} as const satisfies Record<string, { status: number; nl: string; en: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
