// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/configjson.h"
#include "core/http/httpconfig.h"

#include <algorithm>
#include <array>

namespace sockeye::configjson {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array authKeys{"basic_auth"_L1, "authorization"_L1, "oauth2"_L1, "exec"_L1};

QJsonObject toJson(const BasicAuth &auth)
{
    QJsonObject object;
    if (auth.usernameFile.isEmpty())
        object.insert("username"_L1, auth.username);
    else
        object.insert("username_file"_L1, auth.usernameFile);
    insertSecret(object, "password"_L1, auth.password);
    return object;
}

QJsonObject toJson(const Authorization &auth)
{
    QJsonObject object{{u"type"_s, QString::fromLatin1(auth.type)}};
    insertSecret(object, "credentials"_L1, auth.credentials);
    return object;
}

QJsonObject toJson(const OAuth2 &auth)
{
    QJsonObject object{{u"client_id"_s, auth.clientId},
        {u"token_url"_s, QString::fromLatin1(auth.tokenUrl.toEncoded(QUrl::RemoveUserInfo))}};
    insertSecret(object, "client_secret"_L1, auth.clientSecret);
    if (!auth.scopes.isEmpty())
        object.insert("scopes"_L1, QJsonArray::fromStringList(auth.scopes));
    QJsonObject parameters;
    for (const auto &[name, value] : auth.endpointParams)
        parameters.insert(name, value);
    if (!parameters.isEmpty())
        object.insert("endpoint_params"_L1, parameters);
    const QJsonObject tls = tlsToJson(auth.tls);
    if (!tls.isEmpty())
        object.insert("tls_config"_L1, tls);
    insertProxy(object, auth.proxy);
    return object;
}

QJsonObject toJson(const TokenCommand &auth)
{
    QJsonObject object{{u"command"_s, QJsonArray::fromStringList(auth.command)},
        {u"timeout_ms"_s, qint64{auth.timeout.count()}}};
    if (!auth.environment.isEmpty())
        object.insert("env"_L1, QJsonArray::fromStringList(auth.environment));
    return object;
}

BasicAuth readBasic(JsonReader &reader)
{
    reader.refuseOthers({"username"_L1, "username_file"_L1, "password"_L1, "password_file"_L1,
        "password_session"_L1, "password_keychain"_L1});
    BasicAuth auth;
    auth.usernameFile = reader.string("username_file"_L1);
    auth.username =
        auth.usernameFile.isEmpty() ? reader.requiredString("username"_L1) : reader.string("username"_L1);
    if (!auth.usernameFile.isEmpty() && !auth.username.isEmpty())
        reader.fail(JsonError::Kind::BadValue, "username_file"_L1, u"one of username and username_file"_s);
    auth.password = readSecret(reader, "password"_L1);
    return auth;
}

Authorization readAuthorization(JsonReader &reader)
{
    reader.refuseOthers({"type"_L1, "credentials"_L1, "credentials_file"_L1, "credentials_session"_L1,
        "credentials_keychain"_L1});
    Authorization auth;
    auth.type = reader.string("type"_L1, u"Bearer"_s).trimmed().toUtf8();
    if (auth.type.compare("basic", Qt::CaseInsensitive) == 0)
        reader.fail(JsonError::Kind::BadValue, "type"_L1, u"any scheme but Basic, which is basic_auth"_s);
    else if (!isAcceptableHeader({auth.type, {}}))
        reader.fail(JsonError::Kind::BadValue, "type"_L1, u"a scheme such as Bearer"_s);
    auth.credentials = readSecret(reader, "credentials"_L1);
    return auth;
}

OAuth2 readOAuth2(JsonReader &reader)
{
    reader.refuseOthers({"client_id"_L1, "client_secret"_L1, "client_secret_file"_L1,
        "client_secret_session"_L1, "client_secret_keychain"_L1, "scopes"_L1, "token_url"_L1,
        "endpoint_params"_L1, "tls_config"_L1, "proxy_url"_L1, "no_proxy"_L1, "proxy_from_environment"_L1,
        "pac_url"_L1, "proxy_username"_L1, "proxy_password"_L1, "proxy_password_file"_L1,
        "proxy_password_session"_L1, "proxy_password_keychain"_L1, "proxy_connect_header"_L1});
    OAuth2 auth;
    auth.clientId = reader.requiredString("client_id"_L1);
    auth.clientSecret = readSecret(reader, "client_secret"_L1);
    const auto url = parseServerUrl(reader.requiredString("token_url"_L1), {u"http"_s, u"https"_s});
    if (url)
        auth.tokenUrl = *url;
    else
        reader.fail(JsonError::Kind::BadValue, "token_url"_L1, u"an http or https URL without credentials"_s);
    auth.scopes = reader.strings("scopes"_L1);
    JsonReader parameters = reader.object("endpoint_params"_L1);
    const QStringList names = parameters.json().keys();
    for (const QString &name : names)
        auth.endpointParams.emplace_back(name, parameters.string(QLatin1StringView(name.toUtf8())));
    reader.absorb(parameters);
    auth.tls = readTls(reader, "tls_config"_L1);
    auth.proxy = readProxy(reader);
    return auth;
}

TokenCommand readCommand(JsonReader &reader)
{
    reader.refuseOthers({"command"_L1, "timeout_ms"_L1, "env"_L1});
    TokenCommand auth;
    auth.command = reader.strings("command"_L1);
    if (auth.command.isEmpty() || auth.command.constFirst().isEmpty())
        reader.fail(JsonError::Kind::BadValue, "command"_L1, u"a list: the program and its arguments"_s);
    auth.timeout = readTimeout(reader, auth.timeout);
    auth.environment = reader.strings("env"_L1);
    return auth;
}

HttpAuth readOne(JsonReader &reader, QLatin1StringView key)
{
    if (key == "basic_auth"_L1)
        return readBasic(reader);
    if (key == "authorization"_L1)
        return readAuthorization(reader);
    if (key == "oauth2"_L1)
        return readOAuth2(reader);
    return readCommand(reader);
}

} // namespace

void insertAuth(QJsonObject &object, const HttpAuth &auth)
{
    if (const auto *basic = std::get_if<BasicAuth>(&auth))
        object.insert("basic_auth"_L1, toJson(*basic));
    else if (const auto *authorization = std::get_if<Authorization>(&auth))
        object.insert("authorization"_L1, toJson(*authorization));
    else if (const auto *oauth2 = std::get_if<OAuth2>(&auth))
        object.insert("oauth2"_L1, toJson(*oauth2));
    else if (const auto *command = std::get_if<TokenCommand>(&auth))
        object.insert("exec"_L1, toJson(*command));
}

HttpAuth readAuth(JsonReader &reader)
{
    HttpAuth auth;
    bool isTaken = false;
    for (const QLatin1StringView key : authKeys) {
        if (!reader.json().contains(key))
            continue;
        if (isTaken) {
            reader.fail(
                JsonError::Kind::BadValue, key, u"one of basic_auth, authorization, oauth2 and exec"_s);
            continue;
        }
        isTaken = true;
        JsonReader nested = reader.object(key);
        auth = readOne(nested, key);
        reader.absorb(nested);
    }
    return auth;
}

} // namespace sockeye::configjson
