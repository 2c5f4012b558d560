import { describe, expect, test } from 'vitest';
import { problemOf, vouchedByEntra, vouchedByOidc } from '@/lib/domain/single-sign-on';

const TENANT = '8f14e45f-ceea-467f-a8b1-0123456789ab';
const MAIL = 'Pat@Council.example';

describe('Microsoft Entra ID', () => {
  const claims = { tid: TENANT.toUpperCase(), oid: 'OID-1', sub: 'of this app alone', email: MAIL };

  test('is believed about its tenant, and knows people by their object id', () => {
    expect(vouchedByEntra(claims, TENANT)).toEqual({
      provider: 'entra',
      issuer: `entra ${TENANT}`,
      subject: 'oid-1',
      emails: ['pat@council.example'],
      signedInAt: null,
    });
  });

  test.each([[undefined], ['aaaaaaaa-ceea-467f-a8b1-0123456789ab'], [''], [[TENANT]]])(
    'is not believed about tenant %s',
    (tid) => {
      expect(vouchedByEntra({ ...claims, tid }, TENANT)).toBe('tenant');
    },
  );

  test.each([[undefined], [''], [7], ['x'.repeat(256)]])('%s is no object id', (oid) => {
    expect(vouchedByEntra({ ...claims, oid }, TENANT)).toBe('subject');
  });

  test.each([
    [{ preferred_username: 'p@council.example' }, ['pat@council.example', 'p@council.example']],
    [{ preferred_username: MAIL }, ['pat@council.example']],
    [{ email: undefined, preferred_username: 'no address' }, []],
  ])('both its addresses count: %j', (more, emails) => {
    expect(vouchedByEntra({ ...claims, ...more }, TENANT)).toMatchObject({ emails });
  });
});

describe('another provider', () => {
  const claims = {
    iss: 'https://id.example',
    sub: 'Case Counts',
    email: MAIL,
    email_verified: true,
  };

  test.each([['https://elsewhere.example'], [undefined], ['https://id.example/realm']])(
    'is not believed when it calls itself %s',
    (iss) => {
      expect(vouchedByOidc({ ...claims, iss }, 'https://id.example')).toBe('issuer');
    },
  );

  test('knows people by its own issuer and the subject as it is', () => {
    expect(vouchedByOidc(claims, 'https://id.example/')).toEqual({
      provider: 'oidc',
      issuer: 'https://id.example',
      subject: 'Case Counts',
      emails: ['pat@council.example'],
      signedInAt: null,
    });
  });

  test.each([
    [1_796_119_200, new Date('2026-12-01T10:00:00Z')],
    ['1796119200', null],
    [1_796_119_200.5, null],
    [Number.NaN, null],
    [undefined, null],
  ])('says when they signed in there: %j', (auth_time, signedInAt) => {
    expect(vouchedByOidc({ ...claims, auth_time }, claims.iss)).toMatchObject({ signedInAt });
    const entra = { tid: TENANT, oid: 'oid', auth_time };
    expect(vouchedByEntra(entra, TENANT)).toMatchObject({ signedInAt });
  });

  test.each([[false], ['true'], [1], [undefined]])(
    'an address that is verified: %j is none',
    (email_verified) => {
      expect(vouchedByOidc({ ...claims, email_verified }, claims.iss)).toMatchObject({
        emails: [],
      });
    },
  );

  test('without a subject it says nothing', () => {
    expect(vouchedByOidc({ ...claims, sub: undefined }, claims.iss)).toBe('subject');
  });
});

test('an address cannot put words on the page', () => {
  expect(problemOf('again')?.title).toBe('Signing in was not finished');
  for (const name of ['constructor', 'Your password is wrong', ['again'], undefined]) {
    expect(problemOf(name)).toBeNull();
  }
});
