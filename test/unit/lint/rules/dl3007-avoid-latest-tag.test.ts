import { ruleCases } from '../../../support/rule-cases';

describe('avoid-latest-tag', () => {
  const { catches, passes, offers, points } = ruleCases('DL3007');

  catches('FROM debian:latest');
  catches('FROM ghcr.io/owner/tool:latest AS x');

  passes('FROM debian:12');
  passes('FROM debian:latest@sha256:0123');
  passes('FROM debian');
  passes('FROM debian:${TAG:-latest}');

  offers('FROM node:latest', 'FROM node:22-alpine');
  points('FROM debian:→latest← AS base');
});
