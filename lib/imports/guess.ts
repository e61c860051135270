import type { ImportField } from './schema';

// What people call these columns, without case, marks and spaces.
const NAMES: Record<ImportField, string> = {
  email:
    'email emailaddress mail emailadresse mailadresse електроннапошта пошта емейл эл почта электроннаяпочта correo correoelectronico courriel adressemail adresseemail login',
  firstName:
    'firstname givenname forename vorname prenom nombre imie имя імя nome jmeno etunimi fornavn',
  lastName:
    'lastname surname familyname nachname familienname nom nomdefamille apellido apellidos nazwisko фамилия прізвище cognome prijmeni sukunimi etternavn',
  phone:
    'phone phonenumber telephone tel mobile mobilephone cell telefon telefonnummer handy mobil telefono telephone telefone телефон номертелефону номертелефона',
  company:
    'company companyname organisation organization firma unternehmen societe entreprise empresa компания компанія організація организация',
  department:
    'department dept abteilung service departement departamento dzial отдел відділ підрозділ подразделение',
  position:
    'position jobtitle stelle funktion poste fonction puesto cargo stanowisko должность посада',
  startDate:
    'start startdate startson validfrom hiredate eintritt eintrittsdatum beginn startdatum gultigab debut datededebut fechadeinicio inicio начало датаначала початок датапочатку',
  endDate:
    'end enddate endson until validto validuntil austritt austrittsdatum ende enddatum gultigbis fin datedefin fechadefin конец датаконца окончание кінець датазакінчення',
  colour: 'colour color farbe couleur цвет колір',
  groups:
    'groups group accessgroups cabinetgroups gruppen gruppe groupes grupos группы група групи',
  roles: 'roles platformroles platformrole rollen rolle role роли ролі',
};

/** A header as it is compared: no case, no accents, no spaces or marks. */
const plain = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const FIELD_OF = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(' ').map((name) => [plain(name), field as ImportField] as const),
  ),
);

/** The field that a header names, if it is known. */
export const fieldOf = (header: string): ImportField | undefined => FIELD_OF.get(plain(header));

/** The fields of all headers; of several that name the same, the first. */
export function guessColumns(headers: string[]): (ImportField | null)[] {
  const fields = headers.map(fieldOf);
  return fields.map((field, place) => (field && fields.indexOf(field) === place ? field : null));
}
