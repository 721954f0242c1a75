// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/tlsdraft.h"

namespace sockeye {

namespace {

QString keyFileOf(const TlsConfig &tls)
{
    return tls.key.kind == SecretRef::Kind::File ? tls.key.key : QString();
}

} // namespace

TlsDraft tlsDraft(const TlsConfig &tls)
{
    TlsDraft draft{.verify = TlsDraft::Verify::System,
        .caFile = tls.caFile,
        .certFile = tls.certFile,
        .keyFile = keyFileOf(tls),
        .serverName = tls.serverName,
        .least = tls.minVersion,
        .loaded = tls};
    if (tls.insecureSkipVerify)
        draft.verify = TlsDraft::Verify::Nothing;
    else if (!tls.caFile.isEmpty())
        draft.verify = TlsDraft::Verify::CaFile;
    return draft;
}

TlsConfig tlsOf(const TlsDraft &draft)
{
    TlsConfig tls = draft.loaded;
    tls.caFile = draft.verify == TlsDraft::Verify::System ? QString() : draft.caFile.trimmed();
    if (!tls.caFile.isEmpty())
        tls.ca.clear();
    tls.insecureSkipVerify = draft.verify == TlsDraft::Verify::Nothing;
    tls.certFile = draft.certFile.trimmed();
    if (!tls.certFile.isEmpty())
        tls.cert.clear();
    if (!draft.keyFile.trimmed().isEmpty())
        tls.key = {SecretRef::Kind::File, draft.keyFile.trimmed()};
    else if (tls.key.kind == SecretRef::Kind::File)
        tls.key = {};
    tls.serverName = draft.serverName.trimmed();
    tls.minVersion = draft.least;
    return tls;
}

std::vector<FieldProblem> problemsOf(const TlsDraft &draft)
{
    std::vector<FieldProblem> problems;
    if (draft.verify == TlsDraft::Verify::CaFile && draft.caFile.trimmed().isEmpty())
        problems.push_back({FormField::CaFile});
    const TlsConfig tls = tlsOf(draft);
    const bool hasCertificate = !tls.certFile.isEmpty() || !tls.cert.isEmpty();
    const bool hasKey = tls.key.kind != SecretRef::Kind::None;
    if (hasKey && !hasCertificate)
        problems.push_back({FormField::CertFile});
    if (hasCertificate && !hasKey)
        problems.push_back({FormField::KeyFile});
    return problems;
}

} // namespace sockeye
