import { ruleCases } from '../../../support/rule-cases';

describe('deprecated-maintainer', () => {
  const { catches, passes, fixes } = ruleCases('DL4000');

  catches('FROM debian:12\nMAINTAINER Ada');
  catches('MAINTAINER Ada\nFROM debian:12\nmaintainer Ada', 2);

  passes('FROM debian:12\nLABEL maintainer=Ada');
  passes('FROM debian:12\n# check=skip=MaintainerDeprecated\nMAINTAINER Ada');

  fixes(
    'FROM debian:12\nMAINTAINER Ada <ada@example.com>\nRUN ls',
    'FROM debian:12\nLABEL org.opencontainers.image.authors="Ada <ada@example.com>"\nRUN ls',
  );
  fixes(
    'FROM debian:12\nMAINTAINER "Ada $ Co"',
    'FROM debian:12\nLABEL org.opencontainers.image.authors="Ada \\$ Co"',
  );
});
