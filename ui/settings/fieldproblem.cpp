// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/fieldproblem.h"

#include <QCoreApplication>

namespace sockeye {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FieldProblem)
};

QString missing(FormField field)
{
    // Not a switch: most fields may be left empty.
    if (field == FormField::Username || field == FormField::ProxyUser)
        return Words::tr("Enter the user name.");
    if (field == FormField::SecretFile || field == FormField::ProxySecretFile)
        return Words::tr("Enter the path of the file that holds the secret.");
    if (field == FormField::ClientId)
        return Words::tr("Enter the client ID.");
    if (field == FormField::TokenUrl)
        return Words::tr("Enter the address that gives out tokens.");
    if (field == FormField::Command)
        return Words::tr("Enter the program that prints a token.");
    if (field == FormField::CertFile)
        return Words::tr("Enter the certificate that belongs to the key.");
    if (field == FormField::KeyFile)
        return Words::tr("Enter the key that belongs to the certificate.");
    if (field == FormField::ProxyUrl)
        return Words::tr("Enter the address of the proxy.");
    if (field == FormField::ProxyScript)
        return Words::tr("Enter the address of the script.");
    return Words::tr("Enter the path of a PEM file.");
}

QString malformed(FormField field)
{
    if (field == FormField::TokenType)
        return Words::tr("Enter one word such as Bearer. Basic is user name and password.");
    if (field == FormField::TokenUrl)
        return Words::tr("Enter an address that begins with http:// or https://, without a password in it.");
    if (field == FormField::MaxResolution)
        return Words::tr("Enter auto, or a duration such as 0s, 5m or 1h.");
    if (field == FormField::RoundDigits)
        return Words::tr("Enter a number from 0 to 100, or nothing.");
    if (field == FormField::TokenParameters || field == FormField::ExtraLabels)
        return Words::tr("Each line has to be a name, an equals sign and a value.");
    if (field == FormField::Tenant)
        return Words::tr("Enter a tenant without spaces, or several as a|b.");
    if (field == FormField::ProxyUrl)
        return Words::tr("Enter an address such as http://proxy.example.net:3128, without a password in it.");
    if (field == FormField::ProxyScript)
        return Words::tr("Enter an address such as http://wpad.example.net/proxy.pac.");
    return Words::tr("Each line has to be a name, a colon and a value. Sign-in headers are not taken here.");
}

} // namespace

QString describe(const FieldProblem &problem)
{
    switch (problem.kind) {
    case FieldProblem::Kind::Missing:
        return missing(problem.field);
    case FieldProblem::Kind::Malformed:
        return malformed(problem.field);
    case FieldProblem::Kind::Ambiguous:
        return Words::tr("The tenant stands among the headers too. Remove X-Scope-OrgID there.");
    case FieldProblem::Kind::Refused:
        break;
    }
    return problem.reason;
}

} // namespace sockeye
