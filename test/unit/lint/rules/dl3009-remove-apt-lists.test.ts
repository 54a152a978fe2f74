import { ruleCases } from '../../../support/rule-cases';

describe('remove-apt-lists', () => {
  const { catches, passes, fixes, points } = ruleCases('DL3009');

  catches('FROM debian:12\nRUN apt-get update');
  catches('FROM debian:12\nRUN apt update && apt install -y curl');
  catches('FROM debian:12 AS base\nRUN apt-get update\nFROM base\nRUN ls');
  catches('FROM debian:12\nONBUILD RUN apt-get update');
  catches('RUN apt-get update');
  catches('FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt apt-get update');

  passes('FROM debian:12\nRUN apt-get update && rm -rf /var/lib/apt/lists/*');
  passes('FROM debian:12 AS unused\nRUN apt-get update\nFROM alpine:3\nRUN ls');
  passes('FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt/lists apt-get update');
  passes(
    'FROM debian:12\nRUN --mount=type=tmpfs,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update',
  );

  fixes(
    'FROM debian:12\nRUN apt-get update && apt-get install -y curl && ls',
    'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && ls',
  );
  fixes(
    'FROM debian:12\r\nRUN apt-get update && apt-get install -y \\\r\n    curl\r\n',
    'FROM debian:12\r\nRUN apt-get update && apt-get install -y \\\r\n    curl \\\r\n    && rm -rf /var/lib/apt/lists/*\r\n',
  );
  points('FROM debian:12\nRUN ls && →apt-get update← && ls');
});
