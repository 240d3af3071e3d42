#!/bin/sh
# Makes the secrets of the compose installation once: passwords, the replica set's key, Plenum's configuration.
# Run beside compose.yaml:  sh make-secrets.sh hop.example.gov.vn 203.0.113.7
# The IP address is the one at which tablets reach this machine: browsers send sound and pictures to it.
set -eu

here=$(CDPATH='' cd -- "$(dirname "$0")" && pwd -P)
usage() {
    echo "Cách dùng: sh make-secrets.sh TÊN-MÁY-CHỦ ĐỊA-CHỈ-IP   /   usage: sh make-secrets.sh HOST-NAME IP-ADDRESS" >&2
    exit 2
}
host=${1:-}
address=${2:-}
case $host in '' | *[!A-Za-z0-9.-]*) usage ;; esac
case $address in '' | *[!0-9A-Fa-f.:]*) usage ;; esac
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
sed -e "s/@HOST@/$host/" -e "s/@PASSWORD@/$password/" -e "s/@ADDRESS@/$address/" "$here/plenum.template.json" >"$fresh/plenum.json"
printf 'PLENUM_HOST=%s\n' "$host" >"$fresh/proxy.env"
# Containers run as other users: readable files in a directory that only its owner may enter.
chmod 444 "$fresh"/*
mv "$fresh" "$secrets"
echo "Đã tạo $secrets cho $host. Chép chứng thư vào tls/fullchain.pem và tls/key.pem, rồi: docker compose up -d"
echo "Made $secrets for $host. Put the certificate into tls/fullchain.pem and tls/key.pem, then: docker compose up -d"
