#!/bin/sh
# Entry of each MongoDB member: mongod wants its key file owned by itself and closed to others, a mounted secret is not.
set -eu
install -m 400 -o mongodb -g mongodb /run/secrets/mongo_keyfile /tmp/mongo-keyfile
exec docker-entrypoint.sh mongod --replSet plenum --keyFile /tmp/mongo-keyfile --bind_ip_all --quiet
