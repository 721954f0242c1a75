// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/queryerror.h"

#include "ui/settings/accessdraft.h"

namespace sockeye {

//! \brief The field where the user can do about \a error what its remedy says; None when it is not to be done
//! in the form.
[[nodiscard]] FormField remedyField(const QueryError &error, const AccessDraft &draft);

//! \brief The address that is known to be meant instead of \a tried; empty when there is none.
[[nodiscard]] QUrl mendedUrl(const QueryError &error, const QUrl &tried);

} // namespace sockeye
