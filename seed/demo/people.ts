import type { Role } from '@/lib/domain/permissions';

/** Partners of the fictional board. None of them exists. */
export const ORGANISATIONS = {
  council: { name: 'Exampleshire County Council', shortName: 'ECC' },
  icb: { name: 'Exampleshire and Fenmarsh Integrated Care Board', shortName: 'EFICB' },
  police: { name: 'Exampleshire Constabulary', shortName: undefined },
  treatment: { name: 'Northgate Recovery', shortName: undefined },
  probation: { name: 'Exampleshire Probation Delivery Unit', shortName: 'Exampleshire PDU' },
  prison: { name: 'HMP Fenmarsh', shortName: undefined },
  jobcentre: { name: 'Exampleshire Jobcentre District', shortName: undefined },
  housing: { name: 'Fenmarsh District Council', shortName: 'FDC' },
  youth: { name: 'Exampleshire Young People’s Service', shortName: 'EYPS' },
  recovery: { name: 'Exampleshire Lived Experience Recovery Organisation', shortName: 'ELERO' },
  mentalHealth: { name: 'Exampleshire and Fenmarsh Mental Health Trust', shortName: 'EFMHT' },
} as const;
export type OrganisationKey = keyof typeof ORGANISATIONS;

export interface DemoPerson {
  name: string;
  position: string;
  organisation: OrganisationKey;
}

/** Named by what they do: the demo holds no personal names. */
export const ACCOUNTS = {
  scrutiny: {
    email: 'viewer@board.example',
    role: 'viewer',
    name: 'Scrutiny support officer',
    position: 'Democratic services',
    organisation: 'council',
  },
  place: {
    email: 'member@board.example',
    role: 'member',
    name: 'Director of place and integration',
    position: 'Board member for the NHS',
    organisation: 'icb',
  },
  commissioning: {
    email: 'commissioner@board.example',
    role: 'commissioner',
    name: 'Head of public health commissioning',
    position: 'Public health',
    organisation: 'council',
  },
  programme: {
    email: 'officer@board.example',
    role: 'officer',
    name: 'Public health programme officer',
    position: 'Public health',
    organisation: 'council',
  },
  support: {
    email: 'admin@board.example',
    role: 'administrator',
    name: 'Board support manager',
    position: 'Governance',
    organisation: 'council',
  },
} as const satisfies Record<string, DemoPerson & { email: string; role: Role }>;
export type AccountKey = keyof typeof ACCOUNTS;

/** Partners who own things and cannot sign in. */
export const PARTNERS = {
  director: {
    name: 'Director of public health',
    position: 'Chair of the board',
    organisation: 'council',
  },
  policing: {
    name: 'Head of neighbourhood policing',
    position: 'Local policing',
    organisation: 'police',
  },
  treatment: {
    name: 'Treatment service director',
    position: 'Adult treatment',
    organisation: 'treatment',
  },
  probation: {
    name: 'Head of probation delivery',
    position: 'Probation',
    organisation: 'probation',
  },
  prison: { name: 'Head of drug strategy', position: 'Prison leadership', organisation: 'prison' },
  jobcentre: {
    name: 'Jobcentre partnership manager',
    position: 'Partnerships',
    organisation: 'jobcentre',
  },
  housing: {
    name: 'Housing options manager',
    position: 'Housing and homelessness',
    organisation: 'housing',
  },
  youth: {
    name: 'Young people’s service manager',
    position: 'Young people’s services',
    organisation: 'youth',
  },
  recovery: {
    name: 'Recovery community lead',
    position: 'Lived experience',
    organisation: 'recovery',
  },
  mentalHealth: {
    name: 'Dual diagnosis lead',
    position: 'Community mental health',
    organisation: 'mentalHealth',
  },
} as const satisfies Record<string, DemoPerson>;
export type PersonKey = AccountKey | keyof typeof PARTNERS;
