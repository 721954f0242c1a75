// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/configjson.h"

#include "core/base/enumname.h"

#include <algorithm>
#include <array>
#include <map>

namespace sockeye::configjson {

using namespace Qt::StringLiterals;

namespace {

constexpr auto secretHere = "no secret in this file: name a file that holds it"_L1;

QLatin1StringView suffixOf(SecretRef::Kind kind)
{
    switch (kind) {
    case SecretRef::Kind::None:
        break;
    case SecretRef::Kind::Session:
        return "_session"_L1;
    case SecretRef::Kind::File:
        return "_file"_L1;
    case SecretRef::Kind::Keychain:
        return "_keychain"_L1;
    }
    return {};
}

constexpr std::array secretKinds{SecretRef::Kind::File, SecretRef::Kind::Session, SecretRef::Kind::Keychain};

QLatin1StringView listKeyOf(SecretRef::Kind kind)
{
    switch (kind) {
    case SecretRef::Kind::None:
        break;
    case SecretRef::Kind::Session:
        return "secrets_session"_L1;
    case SecretRef::Kind::File:
        return "files"_L1;
    case SecretRef::Kind::Keychain:
        return "secrets_keychain"_L1;
    }
    return {};
}

QLatin1StringView versionName(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Default:
        break;
    case TlsVersion::Tls10:
        return "TLS10"_L1;
    case TlsVersion::Tls11:
        return "TLS11"_L1;
    case TlsVersion::Tls12:
        return "TLS12"_L1;
    case TlsVersion::Tls13:
        return "TLS13"_L1;
    }
    return ""_L1;
}

void insertText(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void append(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    QJsonArray list = object.value(key).toArray();
    list.append(text);
    object.insert(key, list);
}

void readHeader(JsonReader &reader, const QByteArray &name, Headers &headers)
{
    reader.refuseOthers({"values"_L1, "secrets"_L1, "files"_L1, "secrets_session"_L1, "secrets_keychain"_L1});
    const QStringList values = reader.strings("values"_L1);
    for (const QString &value : values) {
        headers.plain.push_back({name, value.toUtf8()});
        if (!isAcceptableHeader(headers.plain.back()))
            reader.fail(JsonError::Kind::BadValue, "values"_L1, u"a header without credentials"_s);
    }
    if (reader.json().contains("secrets"_L1))
        reader.fail(JsonError::Kind::BadValue, "secrets"_L1, QString(secretHere));
    for (const SecretRef::Kind kind : secretKinds) {
        const QStringList keys = reader.strings(listKeyOf(kind));
        for (const QString &key : keys)
            headers.secret.push_back({name, {kind, key}});
        if (!keys.isEmpty() && !isAcceptableSecretHeader(name))
            reader.fail(JsonError::Kind::BadValue, listKeyOf(kind),
                u"a header that the client does not set itself"_s);
    }
}

void refuseBoth(JsonReader &reader, QLatin1StringView key, QLatin1StringView other)
{
    if (!reader.string(key).isEmpty() && !reader.string(other).isEmpty())
        reader.fail(JsonError::Kind::BadValue, key, u"one of %1 and %2"_s.arg(key, other));
}

QUrl readUrl(JsonReader &reader, QLatin1StringView key, std::initializer_list<QLatin1StringView> schemes)
{
    const QString text = reader.string(key);
    const QUrl url(text, QUrl::StrictMode);
    const bool isRight = url.isValid() && std::ranges::find(schemes, url.scheme()) != schemes.end()
        && (!url.host().isEmpty() || url.isLocalFile());
    if (!isRight || !url.userInfo().isEmpty()) {
        const QStringList names(schemes.begin(), schemes.end());
        reader.fail(
            JsonError::Kind::BadValue, key, u"a URL (%1) without credentials"_s.arg(names.join(" | "_L1)));
    }
    return url;
}

ProxyConfig::Mode readMode(JsonReader &reader)
{
    const bool hasUrl = !reader.string("proxy_url"_L1).isEmpty();
    const bool hasPac = !reader.string("pac_url"_L1).isEmpty();
    const bool fromEnvironment = reader.boolean("proxy_from_environment"_L1);
    if (int{hasUrl} + int{hasPac} + int{fromEnvironment} > 1)
        reader.fail(JsonError::Kind::BadValue, hasUrl ? "proxy_url"_L1 : "pac_url"_L1,
            u"one of proxy_url, pac_url and proxy_from_environment"_s);
    if (hasUrl)
        return ProxyConfig::Mode::Url;
    if (hasPac)
        return ProxyConfig::Mode::Pac;
    return fromEnvironment || !reader.json().contains("proxy_from_environment"_L1)
        ? ProxyConfig::Mode::Environment
        : ProxyConfig::Mode::None;
}

} // namespace

void insertSecret(QJsonObject &object, QLatin1StringView key, const SecretRef &ref)
{
    if (ref.kind != SecretRef::Kind::None)
        object.insert(QString(key % suffixOf(ref.kind)), ref.key);
}

SecretRef readSecret(JsonReader &reader, QLatin1StringView key)
{
    SecretRef found;
    if (reader.json().contains(key))
        reader.fail(JsonError::Kind::BadValue, key, QString(secretHere));
    for (const SecretRef::Kind kind : secretKinds) {
        const QByteArray name = QString(key % suffixOf(kind)).toLatin1();
        const QString value = reader.string(QLatin1StringView(name));
        if (value.isEmpty())
            continue;
        if (found.kind != SecretRef::Kind::None)
            reader.fail(JsonError::Kind::BadValue, QLatin1StringView(name), u"one source of the secret"_s);
        else
            found = {kind, value};
    }
    return found;
}

std::chrono::milliseconds readTimeout(JsonReader &reader, std::chrono::milliseconds fallback)
{
    constexpr qint64 longest = 3'600'000;
    const qint64 value = reader.integer("timeout_ms"_L1, fallback.count());
    if (value < 1 || value > longest)
        reader.fail(JsonError::Kind::BadValue, "timeout_ms"_L1, u"milliseconds from 1 to 3600000"_s);
    return std::chrono::milliseconds{std::clamp<qint64>(value, 1, longest)};
}

QJsonObject headersToJson(std::span<const HttpHeader> plain, std::span<const SecretHeader> secret)
{
    std::map<QString, QJsonObject> byName;
    for (const HttpHeader &header : plain)
        append(byName[QString::fromUtf8(header.name)], "values"_L1, QString::fromUtf8(header.value));
    for (const SecretHeader &header : secret) {
        if (header.value.kind != SecretRef::Kind::None)
            append(byName[QString::fromUtf8(header.name)], listKeyOf(header.value.kind), header.value.key);
    }
    QJsonObject object;
    for (const auto &[name, sources] : byName)
        object.insert(name, sources);
    return object;
}

Headers readHeaders(JsonReader &reader, QLatin1StringView key)
{
    Headers headers;
    JsonReader all = reader.object(key);
    const QStringList names = all.json().keys();
    for (const QString &text : names) {
        const QByteArray name = text.toUtf8();
        const QLatin1StringView view(name);
        // The first versions knew one plain value only.
        if (all.json().value(text).isString()) {
            headers.plain.push_back({name, all.string(view).toUtf8()});
            if (!isAcceptableHeader(headers.plain.back()))
                all.fail(JsonError::Kind::BadValue, view, u"a header without credentials"_s);
            continue;
        }
        JsonReader one = all.object(view);
        readHeader(one, name, headers);
        all.absorb(one);
    }
    reader.absorb(all);
    return headers;
}

QJsonObject tlsToJson(const TlsConfig &tls)
{
    QJsonObject object;
    insertText(object, "ca"_L1, QString::fromUtf8(tls.ca));
    insertText(object, "ca_file"_L1, tls.caFile);
    insertText(object, "cert"_L1, QString::fromUtf8(tls.cert));
    insertText(object, "cert_file"_L1, tls.certFile);
    insertSecret(object, "key"_L1, tls.key);
    insertText(object, "server_name"_L1, tls.serverName);
    if (tls.insecureSkipVerify)
        object.insert("insecure_skip_verify"_L1, true);
    insertText(object, "min_version"_L1, versionName(tls.minVersion));
    insertText(object, "max_version"_L1, versionName(tls.maxVersion));
    return object;
}

TlsConfig readTls(JsonReader &reader, QLatin1StringView key)
{
    TlsConfig tls;
    JsonReader nested = reader.object(key);
    nested.refuseOthers({"ca"_L1, "ca_file"_L1, "cert"_L1, "cert_file"_L1, "key"_L1, "key_file"_L1,
        "key_session"_L1, "key_keychain"_L1, "server_name"_L1, "insecure_skip_verify"_L1, "min_version"_L1,
        "max_version"_L1});
    tls.ca = nested.string("ca"_L1).toUtf8();
    tls.caFile = nested.string("ca_file"_L1);
    tls.cert = nested.string("cert"_L1).toUtf8();
    tls.certFile = nested.string("cert_file"_L1);
    tls.key = readSecret(nested, "key"_L1);
    tls.serverName = nested.string("server_name"_L1);
    tls.insecureSkipVerify = nested.boolean("insecure_skip_verify"_L1);
    tls.minVersion = readEnum(nested, "min_version"_L1, TlsVersion::Tls13, versionName);
    tls.maxVersion = readEnum(nested, "max_version"_L1, TlsVersion::Tls13, versionName);
    refuseBoth(nested, "ca_file"_L1, "ca"_L1);
    refuseBoth(nested, "cert_file"_L1, "cert"_L1);
    const bool hasCertificate = !tls.cert.isEmpty() || !tls.certFile.isEmpty();
    const bool hasKey = tls.key.kind != SecretRef::Kind::None;
    if (hasCertificate && !hasKey)
        nested.fail(JsonError::Kind::Missing, "key_file"_L1, u"the key of the certificate"_s);
    if (hasKey && !hasCertificate)
        nested.fail(JsonError::Kind::Missing, "cert_file"_L1, u"the certificate of the key"_s);
    if (tls.maxVersion != TlsVersion::Default && tls.maxVersion < tls.minVersion)
        nested.fail(JsonError::Kind::BadValue, "max_version"_L1, u"no version below min_version"_s);
    reader.absorb(nested);
    return tls;
}

void insertProxy(QJsonObject &object, const ProxyConfig &proxy)
{
    switch (proxy.mode) {
    case ProxyConfig::Mode::Environment:
        break;
    case ProxyConfig::Mode::None:
        object.insert("proxy_from_environment"_L1, false);
        break;
    case ProxyConfig::Mode::Url:
        object.insert("proxy_url"_L1, QString::fromLatin1(proxy.url.toEncoded(QUrl::RemoveUserInfo)));
        break;
    case ProxyConfig::Mode::Pac:
        object.insert("pac_url"_L1, QString::fromLatin1(proxy.url.toEncoded(QUrl::RemoveUserInfo)));
        break;
    }
    insertText(object, "no_proxy"_L1, proxy.noProxy);
    insertText(object, "proxy_username"_L1, proxy.username);
    insertSecret(object, "proxy_password"_L1, proxy.password);
    const QJsonObject headers = headersToJson(proxy.connectHeaders, proxy.secretConnectHeaders);
    if (!headers.isEmpty())
        object.insert("proxy_connect_header"_L1, headers);
}

ProxyConfig readProxy(JsonReader &reader)
{
    ProxyConfig proxy;
    proxy.mode = readMode(reader);
    if (proxy.mode == ProxyConfig::Mode::Url)
        proxy.url = readUrl(reader, "proxy_url"_L1, {"http"_L1, "https"_L1, "socks5"_L1, "socks5h"_L1});
    if (proxy.mode == ProxyConfig::Mode::Pac)
        proxy.url = readUrl(reader, "pac_url"_L1, {"http"_L1, "https"_L1, "file"_L1});
    proxy.noProxy = reader.string("no_proxy"_L1);
    proxy.username = reader.string("proxy_username"_L1);
    proxy.password = readSecret(reader, "proxy_password"_L1);
    auto headers = readHeaders(reader, "proxy_connect_header"_L1);
    const bool hasHeaders = !headers.plain.empty() || !headers.secret.empty();
    proxy.connectHeaders = std::move(headers.plain);
    proxy.secretConnectHeaders = std::move(headers.secret);
    if (proxy.mode != ProxyConfig::Mode::Url) {
        if (!proxy.noProxy.isEmpty())
            reader.fail(JsonError::Kind::BadValue, "no_proxy"_L1, u"no_proxy with proxy_url only"_s);
        if (!proxy.username.isEmpty())
            reader.fail(JsonError::Kind::BadValue, "proxy_username"_L1, u"a sign-in with proxy_url only"_s);
    }
    if (proxy.password.kind != SecretRef::Kind::None && proxy.username.isEmpty())
        reader.fail(JsonError::Kind::Missing, "proxy_username"_L1, u"the user of the password"_s);
    const bool mayTunnel =
        proxy.mode == ProxyConfig::Mode::Url || proxy.mode == ProxyConfig::Mode::Environment;
    if (hasHeaders && !mayTunnel)
        reader.fail(JsonError::Kind::BadValue, "proxy_connect_header"_L1,
            u"headers with proxy_url or proxy_from_environment only"_s);
    return proxy;
}

} // namespace sockeye::configjson
