#!/bin/sh
# Makes the secrets of the compose installation once: passwords, the replica set's key, Plenum's configuration.
# Run beside compose.yaml:  sh make-secrets.sh hop.example.gov.vn
set -eu

here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
host=${1:-}
case $host in
    '' | *[!A-Za-z0-9.-]*)
        echo "Cách dùng: sh make-secrets.sh TÊN-MÁY-CHỦ   /   usage: sh make-secrets.sh HOST-NAME" >&2
        exit 2
        ;;
esac
secrets=$here/secrets
if [ -e "$secrets" ]; then
    echo "$secrets đã có, không ghi đè / exists already, nothing is overwritten" >&2
    exit 1
fi

random() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

umask 077
fresh=$(mktemp -d "$here/.secrets-XXXXXX")
random 32 >"$fresh/mongo-root-password"
random 32 >"$fresh/mongo-plenum-password"
random 384 >"$fresh/mongo-keyfile"
password=$(cat "$fresh/mongo-plenum-password")
sed -e "s/@HOST@/$host/" -e "s/@PASSWORD@/$password/" "$here/plenum.template.json" >"$fresh/plenum.json"
printf 'PLENUM_HOST=%s\n' "$host" >"$fresh/proxy.env"
# Containers run as other users: readable files in a directory that only its owner may enter.
chmod 444 "$fresh"/*
mv "$fresh" "$secrets"
echo "Đã tạo $secrets cho $host. Chép chứng thư vào tls/fullchain.pem và tls/key.pem, rồi: docker compose up -d"
echo "Made $secrets for $host. Put the certificate into tls/fullchain.pem and tls/key.pem, then: docker compose up -d"
