// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue/metricprofile.h"
#include "core/engine/workspace.h"
#include "core/probe/websockettransport.h"
#include "core/settings/preferences.h"
#include "core/settings/secretstore.h"

#include "ui/text/formatting.h"
#include "ui/theme/theme.h"

namespace sockeye {

//! \brief Asks the user for a file to read and gives its path; empty when the user did not choose one.
using FileChooser = std::function<QString(QWidget *parent, const QString &title)>;

//! \brief All that the settings dialog works with. References must outlive the dialog.
struct SettingsContext {
    const Clock &clock;
    SessionSecrets &secrets;
    TransportFactory transportFactory;
    const Theme &theme;
    std::vector<MetricProfile> profiles;
    Workspace workspace;
    Preferences preferences;
    RandomSource random;
    Formatting formatting = {};
    FileChooser chooseFile = {}; //!< the desktop's file dialog when empty
    std::map<EndpointId, ServerFlavour> flavours = {}; //!< of the servers that were recognised
};

} // namespace sockeye
